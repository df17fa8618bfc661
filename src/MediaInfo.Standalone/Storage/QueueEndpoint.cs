using System.Globalization;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Standalone.Storage;

/// <summary>Serves the queues of completion messages over HTTP, to the accounts that may use them.</summary>
internal sealed class QueueEndpoint(
    ICallbackQueues queues, QueueAccess access, BasicCredentials credentials, AccountThrottle throttle)
{
    /// <summary>The path of a queue's messages.</summary>
    public const string MessagesPath = "/queues/{queue}/messages";

    /// <summary>The path of one message.</summary>
    public const string MessagePath = MessagesPath + "/{id}";

    // What a key must allow. There is one action: whoever may receive a message must be able to delete it.
    private const string Action = "queues:Receive";
    private const int MostMessages = 32;
    private const string Dialect = "queues";
    private static readonly TimeSpan DefaultVisibility = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestVisibility = TimeSpan.FromDays(7);

    /// <summary>Receives messages, or with "peek=true" only shows them.</summary>
    public async Task<IResult> ReceiveAsync(HttpContext context, string queue)
    {
        if (Refusal(context, queue) is { } refusal)
        {
            return refusal;
        }

        var query = context.Request.Query;
        if (Number(query["count"], 1, MostMessages, 1) is not { } count
            || Number(query["visibility"], 1, (int)LongestVisibility.TotalSeconds, (int)DefaultVisibility.TotalSeconds)
                is not { } visibility)
        {
            return Results.Text(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"count must be 1 to {MostMessages}, visibility 1 to {LongestVisibility.TotalSeconds} seconds\n"),
                statusCode: StatusCodes.Status400BadRequest);
        }

        return await AnswerAsync(async () => Results.Json(
            string.Equals(query["peek"], "true", StringComparison.OrdinalIgnoreCase)
                ? await queues.PeekAsync(queue, count, context.RequestAborted)
                : await queues.ReceiveAsync(queue, count, TimeSpan.FromSeconds(visibility), context.RequestAborted),
            QueueEndpointJson.Default.IReadOnlyListCallbackMessage));
    }

    /// <summary>Deletes a received message.</summary>
    public async Task<IResult> DeleteAsync(HttpContext context, string queue, string id)
    {
        if (Refusal(context, queue) is { } refusal)
        {
            return refusal;
        }

        var receipt = context.Request.Query["receipt"].ToString();
        return await AnswerAsync(async () => await queues.DeleteAsync(queue, id, receipt, context.RequestAborted)
            ? Results.NoContent()
            : Results.StatusCode(StatusCodes.Status404NotFound));
    }

    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (IOException)
        {
            // The health checks tell why.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private IResult? Refusal(HttpContext context, string queue)
    {
        if (credentials.CallerOf(context.Request.Headers.Authorization.ToString()) is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"queues\", charset=\"UTF-8\"";
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return !throttle.TryEnter(caller.Account.Id, Dialect) ? Results.StatusCode(StatusCodes.Status429TooManyRequests)
            : caller.May(Action) && access.MayUse(caller.Account.Id, queue) ? null
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    // Null for a value outside of the bounds.
    private static int? Number(string? text, int least, int most, int otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
        : null;
}
