namespace Microsoft.DurableTask;

public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    public bool IsCausedBy<T>()
        where T : Exception
        => IsCausedBy(typeof(T));

    public bool IsCausedBy(Type targetBaseExceptionType)
        => !string.IsNullOrEmpty(ErrorType)
            && AppDomain.CurrentDomain.GetAssemblies()
                .Select(assembly => assembly.GetType(ErrorType))
                .Any(type => type is not null && targetBaseExceptionType.IsAssignableFrom(type));

    public static TaskFailureDetails FromException(Exception exception) => new(
        exception.GetType().ToString(),
        exception.Message,
        exception.StackTrace,
        exception.InnerException is { } inner ? FromException(inner) : null,
        Properties: null);
}
