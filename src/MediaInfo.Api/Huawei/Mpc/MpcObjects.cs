using System.Text.Json;
using MediaInfo.Api.Huawei.Mpc.Wire;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Validates a request's objects: {"bucket", "location", "object", "file_name"}. Keys are not decoded.</summary>
public sealed class MpcObjects(ObjectAccess access)
{
    private const int MaxFileName = 180;
    private const string ClosedBucket = "is not accessible to this service";
    private const string TooLong = "has more than 180 characters";

    // The longest name that the service itself chooses.
    private static readonly string MaxTaskIdLength = new('9', 18);

    /// <summary>What is wrong with an input; null if nothing is.</summary>
    public MpcError? InputProblem(string account, ObsObjInfo? input) =>
        input is null ? Missing("input")
        : string.IsNullOrEmpty(input.Object) ? Missing("input.object")
        : input.Object.Length > ObjectRef.MaxKeyLength ? MpcErrors.Invalid("input.object", "is too long")
        : IsTooLong(input.FileName) ? MpcErrors.Invalid("input.file_name", TooLong)
        : PlaceProblem("input", input)
            ?? (access.MayRead(account, input.Bucket!) ? null : MpcErrors.Invalid("input.bucket", ClosedBucket));

    /// <summary>What is wrong with an output; null if nothing is.</summary>
    public MpcError? OutputProblem(string account, ObsObjInfo output) =>
        PlaceProblem("output", output)
        ?? (!access.MayWrite(account, output.Bucket!) ? MpcErrors.Invalid("output.bucket", ClosedBucket) : null)
        ?? ((output.Object ?? "").Split('/').All(IsPlain) ? null : MpcErrors.Invalid("output.object", "is not a valid directory"))
        ?? FileNameProblem(output.FileName)
        ?? (MpcOutput.TargetOf(output, MaxTaskIdLength).Key.Length > ObjectRef.MaxKeyLength
            ? MpcErrors.Invalid("output.object", "is too long")
            : null);

    /// <summary>A request's objects as text for the job document.</summary>
    internal static string Write(SubmittedObjects submitted) =>
        JsonSerializer.Serialize(submitted, MpcJson.Wire.SubmittedObjects);

    /// <summary>The objects from a job document's text; null if it is not of this dialect.</summary>
    internal static SubmittedObjects? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, MpcJson.Wire.SubmittedObjects);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MpcError Missing(string parameter) => MpcErrors.Invalid(parameter, "is missing");

    private static bool IsTooLong(string? fileName) => fileName is not null && fileName.EnumerateRunes().Count() > MaxFileName;

    private static MpcError? FileNameProblem(string? name) =>
        string.IsNullOrEmpty(name) ? null
        : IsTooLong(name) ? MpcErrors.Invalid("output.file_name", TooLong)
        : name.Contains('/', StringComparison.Ordinal) || !IsPlain(name)
            ? MpcErrors.Invalid("output.file_name", "is not a valid file name")
        : null;

    // "." and ".." would lead elsewhere. Storage may change a segment that ends with a dot, or treat a backslash as a slash.
    // Control characters disguise a name, and other characters break the bucket's listings.
    private static bool IsPlain(string segment) =>
        !segment.EndsWith('.')
        && !segment.Contains('\\', StringComparison.Ordinal)
        && !segment.Any(char.IsControl)
        && ObjectRef.CanBeListed(segment);

    private MpcError? PlaceProblem(string name, ObsObjInfo place) =>
        string.IsNullOrEmpty(place.Bucket) ? Missing($"{name}.bucket")
        : string.IsNullOrEmpty(place.Location) ? Missing($"{name}.location")
        : !access.ServesLocation(place.Location) ? MpcErrors.Invalid($"{name}.location", "is not a location of this service")
        : null;
}
