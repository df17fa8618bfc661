using System.Reflection;
using System.Text.Json;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>A function of the built app, as the worker's SDK describes it to the host.</summary>
/// <param name="Name">The host's name for it.</param>
/// <param name="Method">The method that the worker calls.</param>
/// <param name="Bindings">Its trigger, inputs and outputs, each as the host reads it.</param>
internal sealed record Function(string Name, MethodInfo Method, IReadOnlyList<JsonElement> Bindings)
{
    /// <summary>The type of its trigger, such as "queueTrigger".</summary>
    public string TriggerType => TypeOf(Trigger);

    /// <summary>The binding of its trigger.</summary>
    public JsonElement Trigger => Bindings.Single(binding => TypeOf(binding).EndsWith("Trigger", StringComparison.Ordinal));

    /// <summary>The parameters that bindings of that type fill.</summary>
    public IEnumerable<ParameterInfo> ParametersOf(string type) => Bindings
        .Where(binding => string.Equals(TypeOf(binding), type, StringComparison.Ordinal))
        .Select(binding => Method.GetParameters().Single(parameter => binding.GetProperty("name").ValueEquals(parameter.Name)));

    private static string TypeOf(JsonElement binding) => binding.GetProperty("type").GetString()!;
}
