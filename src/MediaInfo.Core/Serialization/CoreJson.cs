using System.Text.Json.Serialization;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Media;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Serialization;

/// <summary>The JSON of everything that Core stores or sends: camel case, enums by name, null members left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnalysisJob))]
[JsonSerializable(typeof(AnalysisPlan))]
[JsonSerializable(typeof(AnalysisEnding))]
[JsonSerializable(typeof(StepOutcome))]
[JsonSerializable(typeof(JobKey))]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(Pipeline))]
[JsonSerializable(typeof(MediaDescription))]
[JsonSerializable(typeof(AnalysisResult))]
[JsonSerializable(typeof(PacketCounts))]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(AssetClaim))]
[JsonSerializable(typeof(EventCallback))]
[JsonSerializable(typeof(LibraryEvent))]
public sealed partial class CoreJson : JsonSerializerContext;
