using System.Text;
using System.Text.Json;
using MediaInfo.Api.Huawei.Mpc.Wire;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Parses and validates the body of a task request.</summary>
public sealed class MpcTaskBody(MpcObjects objects)
{
    private const int MaxUserDataBytes = 1024;
    private const string PlaylistExtension = ".m3u8";

    /// <summary>
    /// The request, with its input and sync set and with a null output if that names nothing; or what is wrong with it.
    /// </summary>
    public (CreateTaskRequest? Request, MpcError? Error) Read(string account, ReadOnlyMemory<byte> body)
    {
        var (request, error) = Parse(body.Span);
        if (request is null)
        {
            return (null, error);
        }

        // A client may send an object with no member set.
        var output = request.Output is { Bucket: null, Location: null, Object: null, FileName: null } ? null : request.Output;
        var problem = objects.InputProblem(account, request.Input)
            ?? (output is null ? null : objects.OutputProblem(account, output))
            ?? UserDataProblem(request.UserData)
            ?? SyncProblem(request);
        return problem is null ? (request with { Output = output, Sync = request.Sync ?? 0 }, null) : (null, problem);
    }

    private static (CreateTaskRequest? Request, MpcError? Error) Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, MpcJson.Wire.CreateTaskRequest) is { } request
                ? (request, null)
                : (null, MpcErrors.Invalid("The body", "is not a JSON object"));
        }
        catch (JsonException e)
        {
            // The path is "$.input.bucket", or "$" for the whole body.
            var member = e.Path is { Length: > 2 } path ? path[2..] : "The body";
            return (null, MpcErrors.Invalid(member, "is not JSON of the documented type"));
        }
        catch (InvalidOperationException)
        {
            // An escaped unpaired surrogate, which is valid JSON but not text.
            return (null, MpcErrors.Invalid("The body", "contains a string that is not valid Unicode"));
        }
    }

    private static MpcError? UserDataProblem(string? data) =>
        data is not null && Encoding.UTF8.GetByteCount(data) > MaxUserDataBytes
            ? MpcErrors.Invalid("user_data", "is longer than 1024 bytes")
            : null;

    private static MpcError? SyncProblem(CreateTaskRequest request) => request.Sync switch
    {
        null or 0 => null,
        not 1 => MpcErrors.Invalid("sync", "is neither 0 nor 1"),
        _ => request.Input!.Object!.EndsWith(PlaylistExtension, StringComparison.OrdinalIgnoreCase)
            ? MpcErrors.Invalid("sync", "cannot be 1 for an m3u8 file")
            : null,
    };
}
