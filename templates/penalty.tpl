{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
{{>STANDING}}
{{>FACTS}}
{{>REPAIR}}{{>LEDGER}}
{{>CITATION}}
