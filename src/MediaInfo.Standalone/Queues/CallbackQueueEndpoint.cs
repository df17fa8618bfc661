using System.Globalization;
using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Standalone.Queues;

/// <summary>
/// Lets an account read the queues of the embedded store that its completion messages and events are sent to. The account shows
/// one of its tokens.
/// </summary>
/// <param name="queues">The queues.</param>
/// <param name="accounts">Who may call.</param>
/// <param name="access">Which queues each account may read.</param>
/// <param name="throttle">How often each account may call.</param>
public sealed class CallbackQueueEndpoint(
    ICallbackQueues queues, AccountDirectory accounts, QueueAccess access, AccountThrottle throttle)
{
    /// <summary>The path of a queue's messages.</summary>
    public const string Messages = "/queues/{queue}/messages";

    /// <summary>The path of one message.</summary>
    public const string Message = Messages + "/{id}";

    private const string Dialect = "mediainfo";
    private const string TokenHeader = "X-Auth-Token";
    private const int MaxMessages = 32;
    private const int MaxHiddenSeconds = 12 * 60 * 60;
    private const int DefaultHiddenSeconds = 30;

    /// <summary>
    /// Answers with the oldest messages: at most "max" (1), hidden from other readers for "hide" seconds (30); 0 only looks.
    /// </summary>
    public async Task ReceiveAsync(HttpContext context)
    {
        if (!IsAllowed(context, "mediainfo:ReceiveMessages"))
        {
            return;
        }

        if (NumberOf(context, "max", 1, 1, MaxMessages) is not { } max
            || NumberOf(context, "hide", DefaultHiddenSeconds, 0, MaxHiddenSeconds) is not { } hidden)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var queue = QueueOf(context);
        var messages = hidden == 0
            ? await queues.PeekAsync(queue, max, context.RequestAborted)
            : await queues.ReceiveAsync(queue, max, TimeSpan.FromSeconds(hidden), context.RequestAborted);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(messages, QueueJson.Wire.IReadOnlyListCallbackMessage), context.RequestAborted);
    }

    /// <summary>Deletes a received message, named by its id and its "receipt".</summary>
    public async Task DeleteAsync(HttpContext context)
    {
        if (IsAllowed(context, "mediainfo:DeleteMessage"))
        {
            var (id, receipt) = ($"{context.GetRouteValue("id")}", context.Request.Query["receipt"].ToString());
            context.Response.StatusCode = await queues.DeleteAsync(QueueOf(context), id, receipt, context.RequestAborted)
                ? StatusCodes.Status204NoContent
                : StatusCodes.Status404NotFound;
        }
    }

    private static string QueueOf(HttpContext context) => $"{context.GetRouteValue("queue")}";

    private static int? NumberOf(HttpContext context, string name, int usual, int least, int most) =>
        context.Request.Query[name] is not { Count: > 0 } given ? usual
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    private bool IsAllowed(HttpContext context, string action)
    {
        context.Response.Headers.CacheControl = "no-store";
        var token = context.Request.Headers[TokenHeader].ToString();
        var caller = token.Length > 0 ? accounts.FindTokenHolder(token) : null;
        var refusal = caller is null ? StatusCodes.Status401Unauthorized
            : !caller.May(action) || !access.MayUse(caller.Account.Id, QueueOf(context)) ? StatusCodes.Status403Forbidden
            : !throttle.TryEnter(caller.Account.Id, Dialect) ? StatusCodes.Status429TooManyRequests
            : (int?)null;
        context.Response.StatusCode = refusal ?? StatusCodes.Status200OK;
        return refusal is null;
    }
}
