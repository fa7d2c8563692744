{{%AUTOESCAPE context="HTML"}}
<p>本站数据截至哪一天见<a href="{{ROOT}}data/">数据</a>，覆盖哪些区县、部门和年度见<a href="{{ROOT}}data/#coverage">覆盖范围</a>。{{#ASK_PHONE}}有疑问可以打主办单位电话 {{ASK_PHONE}}，或者看<a href="{{ROOT}}contact/">纠错与咨询</a>。{{/ASK_PHONE}}{{#ASK_CONTACT}}有疑问请看<a href="{{ROOT}}contact/">纠错与咨询</a>。{{/ASK_CONTACT}}</p>
