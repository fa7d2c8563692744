{{%AUTOESCAPE context="HTML"}}
<div class="print-only">{{QR:none}}</div>
