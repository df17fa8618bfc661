using Azure.Identity;
using MediaInfo.Functions.Telemetry;

namespace MediaInfo.Functions.Tests.Telemetry;

public sealed class MonitorIdentityTests
{
    private const string Id = "7f6a4c1e-0d2b-4a53-9a7e-3f5d2c1b0a98";

    [Theory]
    [InlineData($"ClientId={Id};Authorization=AAD")]
    [InlineData($"Authorization=AAD;ClientId={Id}")]
    [InlineData($" authorization = aad ; clientid = {Id} ;")]
    public void A_client_id_names_a_user_assigned_identity(string setting) =>
        Assert.Equal(Id, MonitorIdentity.Read(setting)!.ClientId);

    [Theory]
    [InlineData("Authorization=AAD")]
    [InlineData("ClientId=;Authorization=AAD")]
    public void Without_a_client_id_the_apps_own_identity_is_used(string setting)
    {
        var identity = MonitorIdentity.Read(setting);

        Assert.NotNull(identity);
        Assert.Null(identity.ClientId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ; ")]
    [InlineData($"ClientId={Id}")]
    [InlineData("Authorization=Key")]
    [InlineData("Authorization")]
    public void Without_the_setting_no_identity_is_used(string? setting) => Assert.Null(MonitorIdentity.Read(setting));

    [Theory]
    [InlineData($"ClientId={Id};Authorization=AAD")]
    [InlineData("Authorization=AAD")]
    public void The_credential_is_a_managed_identity(string setting) =>
        Assert.IsType<ManagedIdentityCredential>(MonitorIdentity.Read(setting)!.ToCredential());
}
