// The managed backend for orchestrations, used instead of the task hub in the storage account.

import { roles } from 'roles.bicep'

@description('The name of the scheduler, 3 to 64 letters, digits and hyphens.')
param name string

@description('The name of the task hub: the hubName in host.json.')
param taskHubName string

@description('The region.')
param location string

@description('Tags of the resource.')
param tags object

@description('Consumption is billed per action, Dedicated by capacity.')
@allowed([
  'Consumption'
  'Dedicated'
])
param skuName string

@description('The object id of the app\'s identity.')
param principalId string

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // An empty list would block every address. Callers authenticate with an identity.
    ipAllowlist: [
      '0.0.0.0/0'
    ]
    sku: {
      name: skuName
    }
  }
}

resource taskHub 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = {
  parent: scheduler
  name: taskHubName
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(taskHub.id, principalId, roles.durableTaskDataContributor)
  scope: taskHub
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.durableTaskDataContributor)
  }
}

@description('The address of the scheduler.')
output endpoint string = scheduler.properties.endpoint
