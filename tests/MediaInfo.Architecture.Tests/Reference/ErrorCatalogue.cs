using System.Globalization;
using System.Net;
using System.Reflection;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>A class of error properties and methods, as the product's catalogues are.</summary>
/// <param name="Type">The class.</param>
internal sealed record ErrorCatalogue(Type Type)
{
    private const string Failures = "OfFailure";
    private const BindingFlags All = BindingFlags.Public | BindingFlags.Static;

    /// <summary>The errors of calls, in the order of the source.</summary>
    public IReadOnlyList<ListedError> Errors { get; } =
    [
        .. Type.GetProperties(All).Select(property => Listed(property, property.GetValue(null)!)),
        .. Type.GetMethods(All)
            .Where(method => !method.IsSpecialName && method.Name is not Failures)
            .Select(method => Listed(method, method.Invoke(null, [.. method.GetParameters().Select(Argument)])!)),
    ];

    /// <summary>The errors of failed jobs; none if the catalogue has none.</summary>
    /// <param name="writesResults">Whether a job may also fail because its result cannot be written.</param>
    public IEnumerable<ListedError> FailuresOf(bool writesResults) => Type.GetMethod(Failures, All) is not { } of ? [] :
        from reason in Enum.GetValues<FailureReason>()
        where writesResults
            || reason is not (FailureReason.OutputNotFound or FailureReason.OutputDenied or FailureReason.OutputOccupied)
        let made = ((string Code, string Message))of.Invoke(null, [new JobFailure(reason, "{detail}")])!
        let member = typeof(FailureReason).GetField(reason.ToString())!
        select new ListedError(
            Status: "", made.Code, made.Message, DocComments.Of(member), DocComments.Of(member, "remarks"));

    private static ListedError Listed(MemberInfo member, object error) => new(
        ((int)(HttpStatusCode)Value(error, "Status")).ToString(CultureInfo.InvariantCulture),
        (string)Value(error, "Code"),
        Named(member, (string)Value(error, "Message")),
        DocComments.Of(member),
        DocComments.Of(member, "remarks"));

    private static object Value(object error, string property) => error.GetType().GetProperty(property)!.GetValue(error)!;

    private static object Argument(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(JobFailure) ? new JobFailure(FailureReason.ObjectNotFound, "{detail}")
        : parameter.ParameterType == typeof(long) ? StandIn(parameter)
        : $"{{{parameter.Name}}}";

    // A number cannot be its parameter's name, so the message has one that no other text has.
    private static long StandIn(ParameterInfo parameter) => -7_777_777 - parameter.Position;

    private static string Named(MemberInfo member, string message) => member is MethodInfo method
        ? method.GetParameters().Aggregate(message, (text, parameter) => text.Replace(
            StandIn(parameter).ToString(CultureInfo.InvariantCulture), $"{{{parameter.Name}}}", StringComparison.Ordinal))
        : message;
}
