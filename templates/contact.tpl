{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">发现信息有误，或对检查结果有异议，可以联系主办单位，也可以填写下面的表，打印后寄送或当面提交。</p>
{{>FACTS}}
{{#NO_CONTACT}}<p class="empty">主办单位还没有在本站登记地址、电话或邮箱。可以直接联系检查机关：每条检查结果、每次抽取的页面上都写着机关名称。</p>
{{/NO_CONTACT}}{{#NO_ADDRESS}}<p class="empty">主办单位还没有在本站登记地址，寄送前请先用上面的方式询问。</p>
{{/NO_ADDRESS}}<p>怎样提出，见<a href="{{ROOT}}guides/objection.html">纠错与异议</a>。</p>
<section class="form" aria-labelledby="form"><h2 id="form">信息更正（异议）申请表</h2>
<table class="paper">
<caption>打印后用笔填写</caption>
<tbody>
<tr><th scope="row">申请人（单位）</th><td></td></tr>
<tr><th scope="row">统一社会信用代码</th><td></td></tr>
<tr><th scope="row">联系电话</th><td></td></tr>
<tr><th scope="row">页面网址或结果编号</th><td></td></tr>
<tr><th scope="row">认为有误的内容</th><td class="tall"></td></tr>
<tr><th scope="row">正确的内容和理由</th><td class="tall"></td></tr>
<tr><th scope="row">附上的材料</th><td class="tall"></td></tr>
<tr><th scope="row">签名（盖章）和日期</th><td></td></tr>
</tbody></table>
<p class="quiet">表上的个人信息只用于答复，不会公开。</p>
</section>
