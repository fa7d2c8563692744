{{%AUTOESCAPE context="HTML"}}
<p class="downloads">下载本表（{{DOWNLOAD_ROWS}} 行）：<a href="{{CSV_HREF}}" download>CSV</a> <a href="{{XLSX_HREF}}" download>XLSX</a></p>
