using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MediaInfo.Benchmarks;

// Runs in this process: a generated project would not know the package source that this one was restored from.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddExporter(JsonExporter.FullCompressed)
    .WithArtifactsPath(args[0]);
BenchmarkRunner.Run<SignatureChecks>(config);
