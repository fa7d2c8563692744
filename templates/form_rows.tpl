{{%AUTOESCAPE context="HTML"}}
<table class="report">
<caption>{{FORM_CAPTION}}</caption>
<tbody>
{{#FORM_ROW}}{{#HEADING}}<tr><th colspan="2" scope="colgroup">{{HEADING}}</th></tr>{{/HEADING}}{{#ENTRY}}<tr><th scope="row"><span class="no">{{NUMBER}}</span> {{LABEL}}</th><td>{{#PART}}{{#LINK}}<a href="{{HREF}}">{{WORDS}}</a>{{/LINK}}{{#TEXT}}{{WORDS}}{{/TEXT}}{{/PART}}{{#BLANK}}<span class="blank">{{BLANK}}</span>{{/BLANK}}{{#NOTE}}<span class="also">{{NOTE}}</span>{{/NOTE}}</td></tr>{{/ENTRY}}
{{/FORM_ROW}}</tbody>
</table>
