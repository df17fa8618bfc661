using System.Reflection;
using System.Text.Json;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Turns;

namespace MediaInfo.Functions.Tests.Durable;

/// <summary>
/// Everything passed between the orchestrator and the activities survives the worker's configured serializer, whichever it is.
/// </summary>
public sealed class StepSerializationTests
{
    private static readonly JobKey Job = new("account", "00000000000000000000000000000001");
    private static readonly StepOutcome Failed =
        new(new JobFailure(FailureReason.TimedOut, "“too long” 时间"), new ProbeUsage(3, 1L << 40, 5));
    private static readonly StepOutcome Read = new(Failure: null, ProbeUsage.Zero, "0123456789abcdef0123456789abcdef");

    private static readonly JsonSerializerOptions[] Serializers =
    [
        new(),
        new() { IncludeFields = true },
        new() { PropertyNameCaseInsensitive = true },
        new(JsonSerializerDefaults.Web),
    ];

    private static readonly object[] Values =
    [
        Job,
        Failed,
        Read,
        AnalysisPlan.Nothing,
        new AnalysisPlan(Reads: true, Digest: true, Packets: false, Notifies: true),
        new Recognition(Job, RecogniserKind.Speech),
        new AnalysisEnding(Job, Failed, Digest: null, Packets: null),
        new AnalysisEnding(Job, Read, Failed, Read),
        new TurnOutcome(new AnalysisPlan(Reads: true, Digest: true, Packets: true, Notifies: true)),
        new TurnOutcome(AnalysisPlan.Later),
        new TurnOutcome(Plan: null, TimeSpan.FromSeconds(5.5)),
        new PlacedOutcome(Failed),
        new PlacedOutcome(Outcome: null, TimeSpan.FromMinutes(10)),
    ];

    [Fact]
    public void Every_value_survives_serialization()
    {
        foreach (var (options, value) in Serializers.SelectMany(options => Values.Select(value => (options, value))))
        {
            var json = JsonSerializer.Serialize(value, value.GetType(), options);
            Assert.Equal(value, JsonSerializer.Deserialize(json, value.GetType(), options));
        }
    }

    [Fact]
    public void The_lists_of_plans_and_endings_survive_serialization()
    {
        var plan = new AnalysisPlan(Reads: true, Digest: false, Packets: false, Notifies: true)
        {
            Frames = true,
            Recognisers = [RecogniserKind.Chapters, RecogniserKind.External],
        };
        var ending = new AnalysisEnding(Job, Read, Digest: null, Packets: null) { Decoded = [Failed, Read] };
        foreach (var options in Serializers)
        {
            var plans = JsonSerializer.Deserialize<AnalysisPlan>(JsonSerializer.Serialize(plan, options), options)!;
            var endings = JsonSerializer.Deserialize<AnalysisEnding>(JsonSerializer.Serialize(ending, options), options)!;

            Assert.True(plans.Frames);
            Assert.Equal(plan.Recognisers, plans.Recognisers);
            Assert.Equal(ending.Decoded, endings.Decoded);
        }
    }

    [Fact]
    public void Every_type_used_by_activities_is_tested()
    {
        var activities = FunctionsPackage.Functions.Where(function => function.TriggerType is "activityTrigger").ToList();
        var types = activities.SelectMany(activity => activity.ParametersOf("activityTrigger"))
            .Select(parameter => parameter.ParameterType)
            .Concat(activities.Select(activity => ResultOf(activity.Method)).OfType<Type>());

        Assert.NotEmpty(activities);
        Assert.Empty(types.Except(Values.Select(value => value.GetType())));
    }

    [Fact]
    public void The_largest_input_is_small()
    {
        var longest =
            new StepOutcome(new JobFailure(FailureReason.Internal, new string('x', 1024)), ProbeUsage.Zero, new string('0', 32));

        Assert.InRange(JsonSerializer.Serialize(new AnalysisEnding(Job, longest, longest, longest)).Length, 1, 8 * 1024);
    }

    private static Type? ResultOf(MethodInfo activity) =>
        activity.ReturnType.IsGenericType ? activity.ReturnType.GetGenericArguments()[0] : null;
}
