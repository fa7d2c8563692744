{{%AUTOESCAPE context="HTML"}}
<p class="quiet">数据截至{{AS_OF}}，覆盖 {{OFFICES}} 个区县、{{DEPARTMENTS}} 个部门、{{ENTERPRISES}} 户检查对象{{#YEARS}}，{{YEARS}}{{/YEARS}}。{{#SCOPE_PHONE}}查不到的，可以打主办单位电话 {{SCOPE_PHONE}} 询问。{{/SCOPE_PHONE}}</p>
