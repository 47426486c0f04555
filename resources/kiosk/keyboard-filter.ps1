# The keys that Windows takes before any program sees them. Needs the feature Client-KeyboardFilter (Enterprise, Education,
# IoT Enterprise), and a restart after it was added. As an administrator.
$ErrorActionPreference = 'Stop'
Enable-WindowsOptionalFeature -Online -FeatureName Client-DeviceLockdown, Client-KeyboardFilter -All -NoRestart | Out-Null

$scope = 'root\standardcimv2\embedded'
$keys = 'Ctrl+Alt+Del', 'Ctrl+Shift+Esc', 'Ctrl+Esc', 'Alt+Tab', 'Alt+Esc', 'Alt+F4', 'Alt+Space',
        'Windows', 'Win+L', 'Win+R', 'Win+E', 'Win+D', 'Win+U', 'Win+Enter', 'Ctrl+Win+F', 'LShift+LAlt+NumLock', 'LShift+LAlt+PrintScrn'
foreach ($key in $keys) {
  $filter = Get-CimInstance -Namespace $scope -ClassName WEKF_PredefinedKey -Filter "Id = '$key'"
  if ($filter) { $filter.Enabled = $true; Set-CimInstance -CimInstance $filter }
  else { Write-Warning "This Windows has no such key to filter: $key" }
}
# Administrators are filtered too: a kiosk is served from elsewhere.
$setting = Get-CimInstance -Namespace $scope -ClassName WEKF_Settings -Filter "Name = 'DisableKeyboardFilterForAdministrators'"
if ($setting) { $setting.Value = 'false'; Set-CimInstance -CimInstance $setting }
