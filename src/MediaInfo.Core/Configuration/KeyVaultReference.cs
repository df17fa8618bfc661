namespace MediaInfo.Core.Configuration;

/// <summary>App settings that refer to a secret in Azure Key Vault.</summary>
/// <remarks>
/// The platform replaces a setting "@Microsoft.KeyVault(...)" with the secret. If it cannot, because the secret, the vault or the
/// role assignment is missing, it leaves the text as is, which would then be used as the secret itself.
/// </remarks>
public static class KeyVaultReference
{
    private const string Begin = "@Microsoft.KeyVault(";

    /// <summary>The problem if the value is an unresolved reference; null for any other value.</summary>
    /// <param name="path">The setting's name, which starts the sentence.</param>
    /// <param name="value">The setting's value; null if not set.</param>
    public static string? ProblemOf(string path, string? value) =>
        value is not null && value.StartsWith(Begin, StringComparison.OrdinalIgnoreCase)
            ? $"{path} is a Key Vault reference that the platform could not resolve: check that the secret exists and that the "
                + "app's identity may read it"
            : null;
}
