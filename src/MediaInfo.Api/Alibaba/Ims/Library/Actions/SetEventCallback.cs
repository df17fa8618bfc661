using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>SetEventCallback: sets where the account wants its events, and which. Replaces the previous settings.</summary>
/// <remarks>
/// Source: "SetEventCallback" of Intelligent Media Services. Without EventTypeList the account subscribes to nothing, with "ALL"
/// to everything, as with the same parameter in ApsaraVideo VOD.
/// </remarks>
/// <parameter name="CallbackType" otherwise="HTTP" example="MNS" values="HTTP,MNS">
/// HTTP for an address, MNS for a queue.
/// </parameter>
/// <parameter name="CallbackURL" otherwise="refused, if CallbackType is HTTP" example="https://example.com/events"
/// maxbytes="256">
/// An http or https address of up to 256 bytes.
/// </parameter>
/// <parameter name="CallbackQueueName" otherwise="refused, if CallbackType is MNS" example="ice-callback-events"
///>
/// A storage queue that begins with ice-callback- and that the account may use.
/// </parameter>
/// <parameter name="EventTypeList" otherwise="no events" example="DeleteMediaComplete" type="list" items="64">
/// Events' names, comma-separated, up to 64; ALL for every event.
/// </parameter>
/// <parameter name="AuthSwitch" otherwise="off" example="on" values="on,off">on signs posts.</parameter>
/// <parameter name="AuthKey" otherwise="refused, if AuthSwitch is on" example="Test1234" maxlength="32"
/// pattern="^[A-Za-z0-9]*$">
/// The key that signs: up to 32 letters and digits, with an upper-case letter, a lower-case one and a digit.
/// </parameter>
public sealed class SetEventCallback(IEventCallbackStore callbacks, QueueAccess queues) : ImsAction
{
    private const string Url = "CallbackURL";
    private const string Queue = "CallbackQueueName";
    private const string Events = "EventTypeList";
    private const string Key = "AuthKey";
    private const int MaxEvents = 64;
    private const int MaxKeyLength = 32;

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        if (Parse(call.Account, parameters) is not { } callback || parameters.Error is not null)
        {
            return parameters.Error!;
        }

        await callbacks.WriteAsync(call.Account, callback, cancellationToken);
        return RpcAnswer.Ok(
            new SetEventCallbackResponse(call.RequestId, Success: true), LibraryJson.Wire.SetEventCallbackResponse);
    }

    private EventCallback? Parse(string account, LibraryParameters parameters)
    {
        var type = parameters.Text("CallbackType", name => name is CallbackTypes.Http or CallbackTypes.Queue)
            ?? CallbackTypes.Http;
        var isQueue = type is CallbackTypes.Queue;
        var target = isQueue ? parameters.Text(Queue, EventTargets.IsQueue) : parameters.Text(Url, EventTargets.IsUrl);
        var events = parameters.List(Events, MaxEvents, int.MaxValue) ?? [];
        var signs = !isQueue && parameters.Text("AuthSwitch", value => value is "on" or "off") is "on";
        var key = isQueue ? null : parameters.Text(Key, IsKey);
        parameters.Fail(isQueue && target is not null && !queues.MayUse(account, target) ? ImsErrors.Forbidden : null);
        parameters.Fail(target is null ? ImsErrors.Missing(isQueue ? Queue : Url) : null);
        parameters.Fail(signs && key is null ? ImsErrors.Missing(Key) : null);
        parameters.Fail(events.All(LibraryEventNames.Has) ? null : ImsErrors.Invalid(Events));
        return target is null ? null : new EventCallback
        {
            Target = isQueue ? new EventTarget(Url: null, target) : new EventTarget(target, QueueName: null),
            EventTypes = events,
            Signs = signs,
            AuthKey = key,
        };
    }

    private static bool IsKey(string text) =>
        text.Length <= MaxKeyLength && text.All(char.IsAsciiLetterOrDigit)
        && text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower) && text.Any(char.IsAsciiDigit);
}
