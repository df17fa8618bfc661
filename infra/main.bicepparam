// The parameters of `azd up`. The variables come from azd's environment: `azd env set NAME VALUE`. A parameter not
// listed here has its default from main.bicep; add it here to change it.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param operatorPrincipalType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
param operatorDataRoles = bool(readEnvironmentVariable('MEDIAINFO_OPERATOR_DATA_ROLES', 'true'))

param accountId = readEnvironmentVariable('MEDIAINFO_ACCOUNT_ID')
param accessKeyId = readEnvironmentVariable('MEDIAINFO_ACCESS_KEY_ID')
param accessKeySecret = readEnvironmentVariable('MEDIAINFO_ACCESS_KEY_SECRET', '')
param accessKeyActions = readEnvironmentVariable('MEDIAINFO_ACCESS_KEY_ACTIONS', '*')
param projectIds = readEnvironmentVariable('MEDIAINFO_PROJECT_IDS', '')
param callbackQueue = readEnvironmentVariable('MEDIAINFO_CALLBACK_QUEUE', '')

param locations = readEnvironmentVariable('MEDIAINFO_LOCATIONS', 'oss-cn-hangzhou')
param buckets = readEnvironmentVariable('MEDIAINFO_BUCKETS', '')
param mediaAccountName = readEnvironmentVariable('MEDIAINFO_MEDIA_ACCOUNT', '')
param mediaResourceGroupName = readEnvironmentVariable('MEDIAINFO_MEDIA_RESOURCE_GROUP', '')
param mediaWritable = bool(readEnvironmentVariable('MEDIAINFO_MEDIA_WRITABLE', 'false'))
param consoleEnabled = bool(readEnvironmentVariable('MEDIAINFO_CONSOLE_ENABLED', 'false'))

param vnetEnabled = bool(readEnvironmentVariable('MEDIAINFO_VNET_ENABLED', 'false'))
param networkDefaultAction = readEnvironmentVariable('MEDIAINFO_NETWORK_DEFAULT_ACTION', 'Allow')
param appSubnetId = readEnvironmentVariable('MEDIAINFO_APP_SUBNET', '')
param allowedSubnetIds = readEnvironmentVariable('MEDIAINFO_ALLOWED_SUBNETS', '')
param allowedIpRanges = readEnvironmentVariable('MEDIAINFO_ALLOWED_IPS', '')

param durableBackend = readEnvironmentVariable('MEDIAINFO_DURABLE_BACKEND', 'AzureStorage')
param scaleProfile = readEnvironmentVariable('MEDIAINFO_SCALE_PROFILE', 'small')
param updateStrategy = readEnvironmentVariable('MEDIAINFO_UPDATE_STRATEGY', 'Recreate')
param storageSkuName = readEnvironmentVariable('MEDIAINFO_STORAGE_SKU', '')
param diagnostics = readEnvironmentVariable('MEDIAINFO_DIAGNOSTICS', 'None')
param logDailyCapGB = int(readEnvironmentVariable('MEDIAINFO_LOG_DAILY_CAP_GB', '2'))
param alertEmail = readEnvironmentVariable('MEDIAINFO_ALERT_EMAIL', '')
param extraSettings = {}
