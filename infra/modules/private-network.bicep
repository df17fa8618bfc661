// The private way to storage and vault: a network with the app's subnet, and a private endpoint for each service that the app uses.

@description('The name of the virtual network.')
param name string

@description('The region.')
param location string

@description('Tags of the resources.')
param tags object

@description('The addresses of the network: a range of at least /23.')
param addressPrefix string

@description('The resource id of the service\'s own storage account.')
param serviceAccountId string

@description('The resource id of the media account.')
param mediaAccountId string

@description('The resource id of the vault.')
param vaultId string

var appSubnetName = 'app'
var endpointSubnetName = 'private-endpoints'

resource vnet 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        addressPrefix
      ]
    }
    subnets: [
      {
        name: appSubnetName
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 0)
          // Flex Consumption runs its instances as those of this service.
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: endpointSubnetName
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 1)
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: appSubnetName
  }

  resource endpoints 'subnets' existing = {
    name: endpointSubnetName
  }
}

// The names that Azure's public DNS refers to for a resource with a private endpoint.
var zoneNames = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  // A vault's public name is in vault.azure.net, its private one in privatelink.vaultcore.azure.net.
  vault: replace(environment().suffixes.keyvaultDns, '.vault.', 'privatelink.vaultcore.')
}

var targets = [
  {
    name: 'service-blob'
    id: serviceAccountId
    service: 'blob'
  }
  {
    name: 'service-queue'
    id: serviceAccountId
    service: 'queue'
  }
  {
    name: 'service-table'
    id: serviceAccountId
    service: 'table'
  }
  {
    name: 'media-blob'
    id: mediaAccountId
    service: 'blob'
  }
  {
    name: 'vault'
    id: vaultId
    service: 'vault'
  }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in items(zoneNames): {
    name: zone.value
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in items(zoneNames): {
    parent: zones[i]
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: vnet.id
      }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2025-05-01' = [
  for target in targets: {
    name: '${name}-${target.name}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: vnet::endpoints.id
      }
      privateLinkServiceConnections: [
        {
          name: target.name
          properties: {
            privateLinkServiceId: target.id
            groupIds: [
              target.service
            ]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [
  for (target, i) in targets: {
    parent: privateEndpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: target.service
          properties: {
            privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zoneNames[target.service])
          }
        }
      ]
    }
    dependsOn: [
      zones
      links
    ]
  }
]

@description('The resource id of the app\'s subnet.')
output appSubnetId string = vnet::app.id
