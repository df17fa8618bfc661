using Azure.Storage.Queues;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.Core.Queues;
using MediaInfo.Storage.Contracts;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace MediaInfo.AzureStorage.Tests.Support;

/// <summary>
/// The ports on the storage emulator, as a host registers them. Documents are always read, and empty lanes are always polled.
/// </summary>
internal sealed class AzureRig(AzuriteFixture azurite) : StorageRig
{
    private const int LargestBatch = 32;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    private static readonly HttpClient Http = new();

    private ServiceProvider? _services;

    /// <summary>The clients behind the ports.</summary>
    public StorageClients Clients => Services.GetRequiredService<StorageClients>();

    protected override IServiceProvider Services => _services!;

    public override Task StartAsync()
    {
        _services = Open();
        return Setup.PrepareAsync(default);
    }

    public override async Task StopAsync() => await _services!.DisposeAsync();

    public override async Task RestartAsync()
    {
        await _services!.DisposeAsync();
        await StartAsync();
    }

    public override Task PassAsync(TimeSpan time) => Task.Delay(time);

    public override async Task<string> NewBucketAsync() => (await Clients.NewContainerAsync()).Name;

    public override Task PutAsync(ObjectRef target, byte[] content) => Clients.Media
        .GetBlobContainerClient(target.Bucket)
        .GetBlobClient(target.Key)
        .UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    // Storage treats '\' as '/', also in reads.
    public override string KeyInLists(string key) => key.Replace('\\', '/');

    public override async Task<byte[]?> OpenAsync(Uri link)
    {
        using var answer = await Http.GetAsync(link);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync() : null;
    }

    public override async Task<bool> SendAsync(UploadAddress address, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address.Url) { Content = new ByteArrayContent(content) };
        foreach (var (name, value) in address.Headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await Http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    public override async Task<IReadOnlyList<QueuedText>> ReceiveAsync(string queue)
    {
        var client = Clients.Queues.GetQueueClient(queue);
        return await client.ExistsAsync()
            ? [.. (await TakeAsync(client)).Select(message => new QueuedText(message.MessageId, message.MessageText))]
            : [];
    }

    public override async Task<IReadOnlyList<string>> TakePoisonAsync(IWorkQueue queue)
    {
        var client = Clients.Queues.GetQueueClient(queue.Name.TrimEnd('*').TrimEnd('-') + StorageNames.PoisonSuffix);
        var texts = new List<string>();
        while (await TakeAsync(client) is { Length: > 0 } messages)
        {
            texts.AddRange(messages.Select(message => message.MessageText));
        }

        return texts;
    }

    private static async Task<QueueMessage[]> TakeAsync(QueueClient queue) =>
        (await queue.ReceiveMessagesAsync(LargestBatch, Hold)).Value;

    private ServiceProvider Open()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MediaInfo:Storage:ConnectionString"] = azurite.ConnectionString,
        };
        return new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new AccountOptions { List = [.. Accounts.Select(account => new Account { Id = account })] })
            .AddSingleton(new JobOptions { TrustFinishedFor = TimeSpan.Zero })
            .AddSingleton<MessageArrivals>()
            .AddSingleton(new LaneLooks(TimeSpan.Zero, CallbacksByTrigger: false))
            .AddAzureStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
