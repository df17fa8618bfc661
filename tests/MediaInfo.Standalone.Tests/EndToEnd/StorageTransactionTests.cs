using System.Globalization;
using System.Text.RegularExpressions;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>
/// Storage is billed by the transaction. The tests count those that a job causes, not an idle worker's listing and polling of
/// lanes.
/// </summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed partial class StorageTransactionTests(StandaloneFixture fixture)
{
    private const int Jobs = 20;
    private const string Key = "counted.mp4";

    [Fact]
    public async Task A_job_costs_as_many_storage_transactions_as_documented()
    {
        await fixture.UploadAsync(Key);
        using var blobs = new InterferingProxy(fixture.Azurite.BlobEndpoint);
        using var queues = new InterferingProxy(fixture.Azurite.QueueEndpoint);
        await using var standalone = await fixture.StartAsync(
            ("AzureWebJobsStorage", AzuriteProcess.ConnectionStringTo(blobs.Address, queues.Address)),

            // Its reads are per second, not per job.
            ("MediaInfo__Pipelines__TrustedFor", "00:01:00"));
        using var client = new RpcClient(standalone.Endpoint);
        await RunAsync(client, standalone);
        var (blobsBefore, queuesBefore) = (Counted(blobs).Count, Counted(queues).Count);

        for (var i = 0; i < Jobs; i++)
        {
            await RunAsync(client, standalone);
        }

        List<StorageExchange> counted = [.. Counted(blobs).Skip(blobsBefore), .. Counted(queues).Skip(queuesBefore)];
        Assert.True(
            counted.Count == Jobs * Promised(),
            $"{counted.Count} transactions for {Jobs} jobs, {Promised()} a job promised. They were: {string.Join('\n', counted)}");
    }

    private async Task RunAsync(RpcClient client, StandaloneProcess standalone)
    {
        var job = await client.SubmitAsync(Key);
        await ProcessPatience.HoldsAsync("the job has ended, and its message is gone", standalone, async () =>
            await fixture.Stored.IsAllDoneAsync() && (await fixture.Stored.DocumentsAsync([job]))[0].HasEnded);
    }

    private static List<StorageExchange> Counted(InterferingProxy proxy) =>
        [.. proxy.Exchanges.Where(exchange => exchange is { IsEmptyLook: false, IsListOfQueues: false })];

    private static int Promised()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "costs.md"));
        var figure = Figure().Match(page);
        Assert.True(figure.Success, "docs/costs.md names no figure");
        return int.Parse(figure.Groups["count"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"\*\*(?<count>[0-9]+) storage transactions a job\*\*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Figure();
}
