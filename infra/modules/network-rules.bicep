// Who may reach an account or the vault at all. Whoever does must still sign in by identity.

@export()
@description('What a caller of no network below gets, and the subnets and public addresses that are let in.')
type networkRules = {
  @description('Allow lets every network in, Deny only those below and Azure\'s trusted services.')
  defaultAction: 'Allow' | 'Deny'

  @description('Resource ids of subnets. Each needs the service endpoint of what it reaches.')
  subnetIds: string[]

  @description('Public IPv4 addresses and CIDR ranges.')
  ipRanges: string[]
}
