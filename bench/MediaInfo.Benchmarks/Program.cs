using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MediaInfo.Benchmarks;

switch (args)
{
    case ["signatures", var results]:
        // Runs in this process: a generated project would not know the package source that this one was restored from.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddExporter(JsonExporter.FullCompressed)
            .WithArtifactsPath(results);
        BenchmarkRunner.Run<SignatureChecks>(config);
        return 0;
    case ["fill", var directory, var account, var count]:
        await StoredJobs.FillAsync(directory, account, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["frames", var address, var seconds, var type]:
        var time = double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture);
        await FrameReading.RunAsync(new Uri(address), time, type is "intra");
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "usage: signatures RESULTS | fill DIRECTORY ACCOUNT COUNT | frames URL SECONDS intra|normal");
        return 2;
}
