# Applies assigned-access.xml. In a PowerShell of SYSTEM (psexec -s -i powershell), beside that file.
$ErrorActionPreference = 'Stop'
$configuration = Get-Content -Raw -Encoding UTF8 (Join-Path $PSScriptRoot 'assigned-access.xml')
$access = Get-CimInstance -Namespace 'root\cimv2\mdm\dmmap' -ClassName 'MDM_AssignedAccess'
$access.Configuration = [System.Net.WebUtility]::HtmlEncode($configuration)
Set-CimInstance -CimInstance $access
