using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;

namespace MediaInfo.AzureStorage;

/// <summary>The storage accounts to use, by connection string or identity. Section "Storage".</summary>
/// <remarks>
/// A section that names no account for the service uses the storage of the Functions host:
/// <see cref="StorageNames.HostConnection"/>. The media may be in a different account than the service's own jobs and queues.
/// </remarks>
public sealed record AzureStorageOptions : ISettings
{
    /// <summary>The section's name below "MediaInfo".</summary>
    public const string Section = "Storage";

    /// <summary>A connection string with a key or SAS; null to authenticate by identity.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The account in the public cloud to access by identity; null if the service URIs are given.</summary>
    public string? AccountName { get; init; }

    /// <summary>The URI of the blob service, for access by identity; null derives it from <see cref="AccountName"/>.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>The URI of the queue service, for access by identity; null derives it from <see cref="AccountName"/>.</summary>
    public Uri? QueueServiceUri { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the default identity of the machine or developer.</summary>
    public string? ClientId { get; init; }

    /// <summary>
    /// A connection string with a key or SAS for the account that holds the media; null if that is the service's own account, or
    /// if <see cref="MediaBlobServiceUri"/> is set.
    /// </summary>
    public string? MediaConnectionString { get; init; }

    /// <summary>
    /// The URI of the blob service that holds the media, for access by identity; null if that is the service's own account, or if
    /// <see cref="MediaConnectionString"/> is set.
    /// </summary>
    public Uri? MediaBlobServiceUri { get; init; }

    /// <summary>Whether the settings name any account, even incompletely. A host may otherwise use other storage.</summary>
    public bool IsChosen =>
        !IsEmpty || !string.IsNullOrWhiteSpace(MediaConnectionString) || MediaBlobServiceUri is not null;

    internal Uri? BlobEndpoint => BlobServiceUri ?? Endpoint("blob");

    internal Uri? QueueEndpoint => QueueServiceUri ?? Endpoint("queue");

    internal bool IsEmpty =>
        string.IsNullOrWhiteSpace(ConnectionString) && string.IsNullOrWhiteSpace(AccountName)
        && BlobServiceUri is null && QueueServiceUri is null;

    /// <summary>The settings of the section, or those of the Functions host if the section names no storage.</summary>
    public static AzureStorageOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection($"{SettingsServiceCollectionExtensions.Root}:{Section}");
        var own = section.Get<AzureStorageOptions>() ?? new AzureStorageOptions();
        if (!own.IsEmpty)
        {
            return own;
        }

        var host = configuration.GetSection(StorageNames.HostConnection);
        return !string.IsNullOrWhiteSpace(host.Value) ? own with { ConnectionString = host.Value }
            : host.Get<AzureStorageOptions>() is { } found ? found.WithOwn(own)
            : own;
    }

    /// <inheritdoc />
    public IEnumerable<string> Problems() => AzureStorageProblems.Of(this);

    /// <summary>The settings without the connection string, which contains a secret.</summary>
    public override string ToString() => BlobEndpoint?.ToString() ?? "storage by connection string";

    internal static bool IsAccountName(string? name) =>
        name is { Length: >= 3 and <= 24 } && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    private AzureStorageOptions WithOwn(AzureStorageOptions own) => this with
    {
        ClientId = ClientId ?? own.ClientId,
        MediaConnectionString = own.MediaConnectionString,
        MediaBlobServiceUri = own.MediaBlobServiceUri,
    };

    private Uri? Endpoint(string service) =>
        IsAccountName(AccountName) ? new Uri($"https://{AccountName}.{service}.core.windows.net") : null;
}
