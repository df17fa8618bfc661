using Azure.Core;
using Azure.Identity;

namespace MediaInfo.Functions.Telemetry;

/// <summary>
/// The identity for Azure Monitor, as configured by the Functions host's own setting: "ClientId=...;Authorization=AAD".
/// </summary>
/// <param name="ClientId">The client id of a user-assigned identity; null for the app's system-assigned one.</param>
/// <remarks>
/// The host reads the setting only for itself (Azure Functions, app settings, APPLICATIONINSIGHTS_AUTHENTICATION_STRING). The
/// worker's exporter reads only connection strings, which do not work for a component with local authentication disabled.
/// </remarks>
public sealed record MonitorIdentity(string? ClientId)
{
    /// <summary>The name of the setting.</summary>
    public const string Setting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Reads the setting; null if it is missing or does not request Microsoft Entra ID ("AAD").</summary>
    public static MonitorIdentity? Read(string? setting)
    {
        var values = (setting ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2 && pair[1].Length > 0)
            .GroupBy(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(values => values.Key, values => values.Last(), StringComparer.OrdinalIgnoreCase);
        return string.Equals(values.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase)
            ? new MonitorIdentity(values.GetValueOrDefault("ClientId"))
            : null;
    }

    /// <summary>Creates the credential; sends no requests yet.</summary>
    public TokenCredential ToCredential() => new ManagedIdentityCredential(
        ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId));
}
