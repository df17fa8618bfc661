// The networks that may reach an account or the vault. Callers must still authenticate with an identity.

@export()
@description('The default for callers outside the networks below, and the subnets and public addresses that are allowed.')
type networkRules = {
  @description('Disabled refuses every caller but those of private endpoints, whatever else is allowed.')
  publicAccess: 'Enabled' | 'Disabled'

  @description('Allow admits every network; Deny admits only the networks below and Azure\'s trusted services.')
  defaultAction: 'Allow' | 'Deny'

  @description('Resource ids of subnets. Each needs the service endpoint of the resource that it reaches.')
  subnetIds: string[]

  @description('Public IPv4 addresses and CIDR ranges.')
  ipRanges: string[]
}
