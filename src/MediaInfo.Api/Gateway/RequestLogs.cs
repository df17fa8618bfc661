using Microsoft.Extensions.Logging;

namespace MediaInfo.Api.Gateway;

/// <summary>
/// Keeps the web server from logging requests, whose queries contain signatures, security tokens and signed URLs.
/// </summary>
internal static class RequestLogs
{
    private const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>
    /// Runs after all settings are read and covers every configured provider, so no setting can turn the logs back on.
    /// </summary>
    public static void Silence(LoggerFilterOptions filters)
    {
        var providers = filters.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList();
        foreach (var rule in filters.Rules
            .Where(rule => rule.CategoryName?.StartsWith(Category, StringComparison.OrdinalIgnoreCase) == true)
            .ToList())
        {
            filters.Rules.Remove(rule);
        }

        foreach (var provider in providers)
        {
            filters.Rules.Add(new LoggerFilterRule(provider, Category, LogLevel.None, filter: null));
        }
    }
}
