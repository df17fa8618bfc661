// The vault of the API accounts' secrets.

import { networkRules } from 'network-rules.bicep'
import { roles } from 'roles.bicep'

@description('The name of the vault, 3 to 24 letters, digits and hyphens.')
@minLength(3)
@maxLength(24)
param name string

@description('The region.')
param location string

@description('Tags of the resource.')
param tags object

@description('The object id of the app\'s identity, which reads the secrets.')
param principalId string

@description('The object id of who may write secrets; empty for nobody.')
param operatorPrincipalId string

@description('Whether the operator is a person, a group or a service.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param operatorPrincipalType string

@description('Whether a deleted vault can be purged by nobody before its seven days are over.')
param purgeProtection bool

@description('Who may reach the vault.')
param network networkRules

@description('The name of the secret of the first account\'s access key.')
param secretName string

@secure()
@description('The secret of the first account\'s access key; empty leaves the one that the vault has.')
param secretValue string

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    // Once on, Azure does not let it be turned off; absent means off.
    enablePurgeProtection: purgeProtection ? true : null
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: network.defaultAction
      ipRules: map(network.ipRanges, range => {
        value: range
      })
      virtualNetworkRules: map(network.subnetIds, subnet => {
        id: subnet
      })
    }
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = if (!empty(secretValue)) {
  parent: vault
  name: secretName
  properties: {
    contentType: 'text/plain'
    value: secretValue
  }
}

resource read 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource write 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  name: guid(vault.id, operatorPrincipalId, roles.keyVaultSecretsOfficer)
  scope: vault
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsOfficer)
  }
}

@description('The name of the vault.')
output name string = vault.name

@description('The address of the vault, with a slash at its end.')
output uri string = vault.properties.vaultUri
