namespace MediaInfo.Core.Configuration;

/// <summary>App settings that stand for a secret of Azure Key Vault.</summary>
/// <remarks>
/// The platform replaces a setting "@Microsoft.KeyVault(...)" by the secret. Where it cannot, because the secret, the vault or the
/// role is missing, it leaves the text as it is, which would be taken for the secret itself.
/// </remarks>
public static class KeyVaultReference
{
    private const string Begin = "@Microsoft.KeyVault(";

    /// <summary>The problem, if the setting's value is a reference that was left as it is; null for any other value.</summary>
    /// <param name="path">The setting's name, with which the sentence begins.</param>
    /// <param name="value">The setting's value; null when it is not set.</param>
    public static string? ProblemOf(string path, string? value) =>
        value is not null && value.StartsWith(Begin, StringComparison.OrdinalIgnoreCase)
            ? $"{path} is a reference to Key Vault that the platform could not resolve: see that the secret is there and that the "
                + "app's identity may read it"
            : null;
}
