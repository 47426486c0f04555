# What of a visit could get onto the disk past Parvis, and what could be plugged in. As an administrator; then restart.
$ErrorActionPreference = 'Stop'
function Set-Number($path, $name, $value) {
  if (-not (Test-Path $path)) { New-Item -Path $path -Force | Out-Null }
  Set-ItemProperty -Path $path -Name $name -Type DWord -Value $value
}
# The page file is emptied when the machine is switched off; there is no hibernation, which would write all of memory.
Set-Number 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management' 'ClearPageFileAtShutdown' 1
powercfg /hibernate off
# No dumps of programs or of the system, and no reports of faults.
Set-Number 'HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting' 'Disabled' 1
Set-Number 'HKLM:\SYSTEM\CurrentControlSet\Control\CrashControl' 'CrashDumpEnabled' 0
# Storage that is plugged in is not taken; keyboards and mice go on working.
Set-Number 'HKLM:\SYSTEM\CurrentControlSet\Services\USBSTOR' 'Start' 4
# The clipboard has no history, and goes to no other machine.
Set-Number 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\System' 'AllowClipboardHistory' 0
Set-Number 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\System' 'AllowCrossDeviceClipboard' 0
# Nobody but administrators writes the policy file or its folder.
$folder = Join-Path $env:ProgramData 'Parvis'
New-Item -ItemType Directory -Force $folder | Out-Null
icacls $folder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
