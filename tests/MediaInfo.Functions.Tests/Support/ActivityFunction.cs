using System.Reflection;
using Microsoft.DurableTask;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>An activity function of the app, called on a new instance of its class, as the worker does.</summary>
/// <param name="app">The app.</param>
/// <param name="function">The function.</param>
/// <param name="around">Called instead of the function, with its name and a delegate that runs it.</param>
internal sealed class ActivityFunction(TestApp app, Function function, Func<string, Func<Task>, Task> around) : ITaskActivity
{
    /// <inheritdoc />
    public Type InputType => Assert.Single(function.ParametersOf("activityTrigger")).ParameterType;

    /// <inheritdoc />
    public Type OutputType =>
        function.Method.ReturnType is { IsGenericType: true } task ? task.GetGenericArguments()[0] : typeof(object);

    /// <inheritdoc />
    public async Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        object? result = null;
        await around(function.Name, async () => result = await InvokeAsync(input));
        return result;
    }

    private async Task<object?> InvokeAsync(object? input)
    {
        var functions = app.Create(function.Method.DeclaringType!);
        object?[] arguments = [input, CancellationToken.None];
        var task = (Task)function.Method.Invoke(functions, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task;
        return function.Method.ReturnType.IsGenericType ? ((dynamic)task).Result : null;
    }
}
