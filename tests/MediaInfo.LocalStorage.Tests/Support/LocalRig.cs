using System.Globalization;
using System.Web;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Health;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.Core.Queues;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.Storage.Contracts;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.LocalStorage.Tests.Support;

/// <summary>The ports of the embedded store, as a host registers them, with a folder and a clock of their own.</summary>
internal sealed class LocalRig : StorageRig
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("mediainfo-").FullName;
    private ServiceProvider? _services;

    public ManualTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public string Directory => Path.Combine(_folder, "data");

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    public UploadOptions UploadSettings { get; set; } = new();

    public LocalDatabase Database => Services.GetRequiredService<LocalDatabase>();

    public string Media => Services.GetRequiredService<LocalStorageOptions>().MediaRoot;

    public override bool IsOfOneProcess => true;

    protected override IServiceProvider Services => _services!;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public override Task StartAsync()
    {
        _services = Open();
        return _services.GetRequiredService<IStorageSetup>().PrepareAsync(default);
    }

    public override async Task StopAsync()
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    public override async Task RestartAsync()
    {
        await _services!.DisposeAsync();
        await StartAsync();
    }

    public override Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        return Task.CompletedTask;
    }

    public override Task<string> NewBucketAsync()
    {
        var name = Unique.Name("bucket");
        System.IO.Directory.CreateDirectory(Path.Combine(Media, name));
        return Task.FromResult(name);
    }

    public override async Task PutAsync(ObjectRef target, byte[] content)
    {
        var path = PathOf(target);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path.Length > 200 ? Path.Combine(Media, "new") : path + ".new";
        await File.WriteAllBytesAsync(beside, content);
        File.Move(beside, path, overwrite: true);
    }

    public string PathOf(ObjectRef target) =>
        Path.Combine([Media, target.Bucket, .. new FileNames(OperatingSystem.IsWindows()).Of(target.Key)!]);

    // What a host's web server does with the URL.
    public override async Task<byte[]?> OpenAsync(Uri link)
    {
        var query = HttpUtility.ParseQueryString(link.Query);
        if (link.AbsolutePath.Split('/', 4) is not ["", LocalObjectLinks.PathSegment, var bucket, var key]
            || !long.TryParse(query[LocalObjectLinks.ExpiryParameter], CultureInfo.InvariantCulture, out var expires))
        {
            return null;
        }

        var source = new ObjectRef(bucket, Uri.UnescapeDataString(key));
        var signature = query[LocalObjectLinks.SignatureParameter] ?? "";
        if (!Get<ObjectLinkSigner>().Verify(source, expires, signature, Time.GetUtcNow()))
        {
            return null;
        }

        await using var read = await Objects.ReadAsync(source, 0, long.MaxValue, etag: null, default);
        using var content = new MemoryStream();
        await read.Content.CopyToAsync(content);
        return read.Status == ObjectReadStatus.Ok ? content.ToArray() : null;
    }

    // The same.
    public override async Task<bool> SendAsync(UploadAddress address, byte[] content)
    {
        var query = HttpUtility.ParseQueryString(address.Url.Query);
        if (address.Url.AbsolutePath.Split('/', 4) is not ["", LocalObjectLinks.PathSegment, var bucket, var key]
            || !long.TryParse(query[LocalObjectLinks.ExpiryParameter], CultureInfo.InvariantCulture, out var expires)
            || !long.TryParse(query[LocalObjectLinks.SizeParameter], CultureInfo.InvariantCulture, out var size)
            || !bool.TryParse(query[LocalObjectLinks.OverwriteParameter], out var overwrite))
        {
            return false;
        }

        var upload = new ObjectUpload(new ObjectRef(bucket, Uri.UnescapeDataString(key)), size, overwrite);
        var signature = query[LocalObjectLinks.SignatureParameter] ?? "";
        return Get<ObjectLinkSigner>().Verify(upload, expires, signature, Time.GetUtcNow())
            && await Get<LocalUploads>().WriteAsync(upload, new MemoryStream(content), default) == UploadStatus.Written;
    }

    public override async Task<IReadOnlyList<QueuedText>> ReceiveAsync(string queue) =>
        [.. (await MessageQueues.ReceiveAsync(queue, 32, Hold, default) ?? [])
            .Select(message => new QueuedText(message.Id, message.Body))];

    public override async Task<IReadOnlyList<string>> TakePoisonAsync(IWorkQueue queue) => await Database.WriteAsync(
        session =>
        {
            using var take = session.Use("DELETE FROM poison WHERE queue = ?1 RETURNING text");
            take.Bind(1, queue.Name);
            var texts = new List<string>();
            while (take.Step())
            {
                texts.Add(take.Text(0));
            }

            return texts;
        },
        default);

    private ServiceProvider Open()
    {
        Settings.TryAdd("MediaInfo:Storage:Local:Directory", Directory);
        return new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new AccountOptions { List = [.. Accounts.Select(account => new Account { Id = account })] })
            .AddSingleton(new JobOptions())
            .AddSingleton(UploadSettings)
            .AddSingleton<MessageArrivals>()
            .AddSingleton<IServiceAddress>(new FixedAddress("http://localhost:7071"))
            .AddLocalStorage(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
