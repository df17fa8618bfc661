using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using MediaInfo.Standalone.Tests.EndToEnd;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class OverloadTests(ITestOutputHelper output)
{
    private const int Limit = 100;
    private const int Actions = 2;

    // Milliseconds of Alibaba, seconds of Huawei.
    private const int MaxWait = 1000;
    private const int Rate = 10 * Limit;
    private const int TicksPerSecond = 50;
    private const long MuchMemory = 200L << 20;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(Scale.Of(3, 60));

    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);

    [Fact]
    public async Task An_account_sending_ten_times_its_rate_gets_its_rate_and_others_get_theirs()
    {
        await using var service = await FuzzedService.StartAsync(
            ("MediaInfo__Gateway__RequestsPerSecond", $"{Limit}"), ("MediaInfo__Http__MaxConnectionsPerAddress", "2000"));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        await service.AssertWorksAsync("load.mp4");

        // The first answers are slow and allocate memory once.
        await FloodAsync(http, service.Process.Endpoint, TimeSpan.FromSeconds(1));
        _answers.Clear();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var quiet = await OthersAsync(http, service.Process.Endpoint, Length);
        var before = service.Use;
        var watch = Stopwatch.StartNew();
        var flood = FloodAsync(http, service.Process.Endpoint, Length);
        var loaded = await OthersAsync(http, service.Process.Endpoint, Length);
        await flood;
        var took = watch.Elapsed;
        var after = service.Use;

        var accepted = _answers.GetValueOrDefault("200");
        var sent = _answers.Values.Sum();
        Assert.Empty(_answers.Keys.Except(["200", "400 Throttling.User", "429 APIGW.0308"], StringComparer.Ordinal));
        // A full bucket gives what it holds, and is refilled once more in the next period. Each of the two actions has one.
        Assert.InRange(
            accepted, Math.Min(sent, Limit * (int)Length.TotalSeconds) / 2, Actions * Limit * (took.TotalSeconds + 2) * 1.1);
        Assert.InRange(after.Memory, 0, before.Memory + MuchMemory);
        Figures.Print(output, $"""
            Overload: {sent / took.TotalSeconds:F0} requests/s of one account for {took.TotalSeconds:F1} s, {accepted / took.TotalSeconds:F0}/s accepted, {string.Join(", ", _answers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} x {pair.Key}"))}; another account's p99 {Percentile(loaded):F1} ms, quiet {Percentile(quiet):F1} ms, ratio {Percentile(loaded) / Percentile(quiet):F2}; memory {before.Memory >> 20} to {after.Memory >> 20} MiB
            """);
    }

    // Sends at its rate however long the answers take, as far as this machine can.
    private async Task FloodAsync(HttpClient http, Uri endpoint, TimeSpan length)
    {
        var asked = new List<Task>();
        for (var watch = Stopwatch.StartNew();
            watch.Elapsed < length;
            await Task.Delay(TimeSpan.FromSeconds(1.0 / TicksPerSecond)))
        {
            asked.RemoveAll(task => task.IsCompletedSuccessfully);
            while (asked.Count < Rate && _answers.Values.Sum() + asked.Count < watch.Elapsed.TotalSeconds * Rate)
            {
                asked.Add(AskAsync(http, endpoint, asked.Count % 10 == 0 ? Tasks() : Jobs()));
            }
        }

        await Task.WhenAll(asked);
    }

    private async Task AskAsync(HttpClient http, Uri endpoint, ApiCall call)
    {
        var (status, answer) = await SendAsync(http, endpoint, call);
        var (problem, code, wait) = status == HttpStatusCode.OK ? (null, "", "") : Refusal(call.Dialect, answer);
        Assert.Null(problem);
        Assert.True(code.Length == 0 || int.Parse(wait, CultureInfo.InvariantCulture) is > 0 and <= MaxWait, wait);
        _answers.AddOrUpdate($"{(int)status} {code}".TrimEnd(), 1, (_, many) => many + 1);
    }

    private static (string? Problem, string Code, string Wait) Refusal(Dialect dialect, RawAnswer answer)
    {
        using var json = System.Text.Json.JsonDocument.Parse(answer.Body);
        return dialect == Dialect.Mpc
            ? (VendorShape.MpcProblem(answer), json.RootElement.GetProperty("error_code").GetString()!, answer["Retry-After"])
            : (VendorShape.RpcProblem(answer), json.RootElement.GetProperty("Code").GetString()!, answer["x-acs-retry-after"]);
    }

    // Sends twenty requests a second, below the account's rate. Each must succeed.
    private static async Task<List<double>> OthersAsync(HttpClient http, Uri endpoint, TimeSpan length)
    {
        var milliseconds = new List<double>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < length; await Task.Delay(TimeSpan.FromMilliseconds(50)))
        {
            var begin = watch.Elapsed;
            var (status, answer) = await SendAsync(http, endpoint, Jobs() with { KeyId = "otherid", Secret = "othersecret" });
            milliseconds.Add((watch.Elapsed - begin).TotalMilliseconds);
            Assert.True(status == HttpStatusCode.OK, answer.Body);
        }

        return milliseconds;
    }

    private static async Task<(HttpStatusCode Status, RawAnswer Answer)> SendAsync(HttpClient http, Uri endpoint, ApiCall call)
    {
        var raw = CallSigner.Sign(call, endpoint);
        using var request =
            new HttpRequestMessage(new HttpMethod(raw.Method), endpoint.GetLeftPart(UriPartial.Authority) + raw.Target);
        request.Content = raw.Method is "GET" && call.Dialect != Dialect.Mpc ? null : new ByteArrayContent(raw.Body);
        foreach (var (name, value) in raw.Headers)
        {
            _ = name is "content-type"
                ? request.Content!.Headers.TryAddWithoutValidation(name, value)
                : request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request);
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => $"{header.Value}", StringComparer.OrdinalIgnoreCase);
        return (answer.StatusCode, new RawAnswer((int)answer.StatusCode, headers, await answer.Content.ReadAsStringAsync()));
    }

    private static ApiCall Jobs() =>
        new(Dialect.RpcQuery, "QueryMediaInfoJobList", [("MediaInfoJobIds", "00000000000000000000000000000000")]);

    private static ApiCall Tasks() => new(Dialect.Mpc, "GET", [("task_id", "1")]);

    private static double Percentile(List<double> values) => values.Order().ElementAt((int)(values.Count * 0.99));
}
