// The vault that holds the API accounts' secrets.

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

@description('The object id of the principal that may write secrets; empty for none.')
param operatorPrincipalId string

@description('Whether the operator is a user, a group or a service principal.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param operatorPrincipalType string

@description('Whether a deleted vault is protected from purging until its seven days are over.')
param purgeProtection bool

@description('The networks that may reach the vault.')
param network networkRules

@description('The name of the secret of the first account\'s access key.')
param secretName string

@secure()
@description('The secret of the first account\'s access key; empty keeps the one in the vault.')
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
    // Azure rejects false once protection is on, so it is left out instead.
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
    publicNetworkAccess: network.publicAccess
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

@description('The resource id of the vault.')
output id string = vault.id

@description('The name of the vault.')
output name string = vault.name

@description('The address of the vault, with a trailing slash.')
output uri string = vault.properties.vaultUri
