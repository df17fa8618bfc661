using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>
/// One replay of an orchestration: what the history knows is answered at once, what it does not know stays open. An
/// orchestrator that asks for other things than at its last replay is refused, as the real runtime refuses it.
/// </summary>
internal sealed class ReplayContext(object input, IReadOnlyList<ActivityCall> history) : TaskOrchestrationContext
{
    // What the durable client and worker use where nothing else is configured.
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };
    private int _calls;

    /// <summary>What was asked for beyond the history.</summary>
    public List<ActivityCall> Pending { get; } = [];

    public override TaskName Name => "orchestration";

    public override string InstanceId => "instance";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => throw new NotSupportedException();

    public override bool IsReplaying => Pending.Count == 0 && _calls < history.Count;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public static string Write(object? value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), Json);

    public static object? Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Json);

    public override T GetInput<T>() => (T)Read(Write(input), typeof(T))!;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        Take<TResult>(new ActivityCall(name.Name, Write(input), options));

    // The real one calls the other overload with a type that it gives no meaning.
    public override Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object?>(name, input, options);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        Take<T>(new ActivityCall(eventName, Input: null, Options: null));

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException();

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => throw new NotSupportedException();

    public override Guid NewGuid() => throw new NotSupportedException();

    private Task<T> Take<T>(ActivityCall call)
    {
        var index = _calls++;
        if (index >= history.Count)
        {
            Pending.Add(call);
            return new TaskCompletionSource<T>().Task;
        }

        var known = history[index];
        if (!string.Equals(known.Name, call.Name, StringComparison.Ordinal) || !string.Equals(known.Input, call.Input, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The replay asked for {call.Name}({call.Input}) where it was {known.Name}({known.Input})");
        }

        return known.Failure is { } failure
            ? Task.FromException<T>(new TaskFailedException(known.Name, index, failure))
            : Task.FromResult((T)Read(known.Result ?? "null", typeof(T))!);
    }
}
