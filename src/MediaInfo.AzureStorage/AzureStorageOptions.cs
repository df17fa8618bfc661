using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;

namespace MediaInfo.AzureStorage;

/// <summary>Which storage accounts the service uses. Section "Storage".</summary>
/// <remarks>
/// A section that names no account for the service uses the storage of the Functions host:
/// <see cref="StorageNames.HostConnection"/>. The media may be in a different account than the service's own jobs and queues.
/// </remarks>
public sealed record AzureStorageOptions : ISettings
{
    /// <summary>The section's name below "MediaInfo".</summary>
    public const string Section = "Storage";

    /// <summary>The connection string of the service's account, with a key or a SAS.</summary>
    /// <remarks>Beside an account name or address it is an error.</remarks>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// The account that the service signs in to by identity, in the public cloud: 3 to 24 lower-case letters and digits.
    /// </summary>
    /// <remarks>Ignored where <c>BlobServiceUri</c> and <c>QueueServiceUri</c> are set.</remarks>
    public string? AccountName { get; init; }

    /// <summary>The address of the account's blobs, for sign-in by identity.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>The address of the account's queues, for sign-in by identity.</summary>
    public Uri? QueueServiceUri { get; init; }

    /// <summary>
    /// The client id of a user-assigned identity. Without it, the machine's or the developer's own identity signs in.
    /// </summary>
    /// <remarks>Ignored with a connection string.</remarks>
    public string? ClientId { get; init; }

    /// <summary>The connection string of another account that holds the media.</summary>
    /// <remarks>Beside <c>MediaBlobServiceUri</c> it is an error.</remarks>
    public string? MediaConnectionString { get; init; }

    /// <summary>The blob address of another account that holds the media, for sign-in by identity.</summary>
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
