using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using MediaInfo.Standalone.Tests.EndToEnd;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class RequestFuzzTests(ITestOutputHelper output)
{
    private const int Lanes = 8;

    private static readonly int Requests = Scale.Of(2_000, 20_000);
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    // How long the server may wait for the rest of a request that looks incomplete.
    private static readonly TimeSpan Doubt = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentBag<string> _problems = [];
    private readonly ConcurrentDictionary<int, int> _statuses = new();

    [Fact]
    public async Task No_request_causes_a_server_error_a_hang_or_a_leak()
    {
        await using var service = await FuzzedService.StartAsync(
            ("MediaInfo__Gateway__RequestsPerSecond", "1000000"),
            ("MediaInfo__Gateway__SynchronousBudget", "00:00:01"),
            ("MediaInfo__Gateway__UnspecifiedBudget", "00:00:01"),
            ("MediaInfo__Mpc__SynchronousBudget", "00:00:01"));
        var calls = await PrepareAsync(service);
        await Task.WhenAll(
            Enumerable.Range(0, Lanes).Select(lane => RunAsync(service, calls[lane], new Random(Scale.Seed - lane - 1), 25)));
        await service.RestsAsync();
        var before = service.Use;
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(
            lane => RunAsync(service, calls[lane], new Random(Scale.Seed + lane), Requests / Lanes)));

        var took = watch.Elapsed;
        Assert.True(
            _problems.IsEmpty,
            string.Join("\n\n", _problems.Take(10))
            + $"\n{_problems.Count} in all, seed {Scale.Seed}\n{Faults(service.Process)}");
        Assert.True(_statuses.GetValueOrDefault(200) > Requests / 50, "Hardly any request got to its action");
        await service.RestsAsync();
        await service.UsesNoMoreThanAsync(before, moreToStorage: 64);
        await service.AssertWorksAsync("after.mp4");
        Figures.Print(output, $"""
            Fuzz: {Requests} mutated requests in {took.TotalSeconds:F1} s, answers {string.Join(", ", _statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))} (0 is none); before {before}; after {service.Use}
            """);
    }

    // Each lane has its own object. If many callers keep registering one object concurrently, some are told to retry.
    private static async Task<IReadOnlyList<ApiCall>[]> PrepareAsync(FuzzedService service)
    {
        var calls = new List<IReadOnlyList<ApiCall>>();
        for (var lane = 0; lane < Lanes; lane++)
        {
            calls.Add(await PrepareAsync(service, $"fuzz-{lane}.mp4"));
        }

        await service.RestsAsync();
        return [.. calls];
    }

    private static async Task<IReadOnlyList<ApiCall>> PrepareAsync(FuzzedService service, string key)
    {
        await service.UploadAsync(key, "rotated.mp4");
        var job = await service.Client.SubmitAsync(key);
        var pipeline = (await service.Client.CallAsync("AddPipeline", ("Name", "fuzz")))
            .GetProperty("Pipeline")
            .GetProperty("Id")
            .GetString()!;
        var asset = (await service.Client.CallAsync(
            RpcClient.Ims, "RegisterMediaInfo", [
                ("InputURL", $"oss://{StandaloneFixture.Bucket}/{key}"),
                ("MediaType", "video"),
            ])).GetProperty("MediaId").GetString()!;
        return new KnownCalls(key, job, pipeline, asset, task: "7230584323072000").All();
    }

    private async Task RunAsync(FuzzedService service, IReadOnlyList<ApiCall> calls, Random random, int count)
    {
        var mutator = new RequestMutator(calls, service.Process.Endpoint, random);
        for (var i = 0; i < count; i++)
        {
            var mutant = mutator.Next();
            var (answer, hangs) = await AskAsync(service.Process.Endpoint, mutant);
            _statuses.AddOrUpdate(answer?.Status ?? 0, 1, (_, many) => many + 1);
            if ((hangs ? "it hangs" : VendorShape.Problem(mutant, answer)) is { } problem)
            {
                _problems.Add($"{problem}: {mutant.What}\n{Text(mutant.Bytes)}\n=> {answer?.Status} {answer?.Body}");
            }
        }
    }

    private static async Task<(RawAnswer? Answer, bool Hangs)> AskAsync(Uri endpoint, Mutant mutant)
    {
        using var connection = await RawConnection.OpenAsync(endpoint);
        await connection.SendAsync(mutant.Bytes);
        var hasBody = mutant.Call is not { Method: "HEAD" };
        if (mutant.Call is null)
        {
            using var doubt = new CancellationTokenSource(Doubt);
            try
            {
                return (await connection.AnswerAsync(doubt.Token, hasBody), false);
            }
            catch (OperationCanceledException)
            {
                connection.EndSending();
            }
        }

        using var limit = new CancellationTokenSource(Hang);
        try
        {
            return (await connection.AnswerAsync(limit.Token, hasBody), false);
        }
        catch (OperationCanceledException)
        {
            return (null, true);
        }
    }

    private static string Faults(StandaloneProcess process) =>
        string.Join('\n', process.Output.Split('\n').Where(line => line.Contains(" fail: ", StringComparison.Ordinal)).Take(10));

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(1500, bytes.Length)]);
}
