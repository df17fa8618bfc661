using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Events;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>GetEventCallback: where the account wants its events; only the request id if it never set that.</summary>
/// <remarks>Source: "GetEventCallback" of Intelligent Media Services.</remarks>
public sealed class GetEventCallback(IEventCallbackStore callbacks) : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var body = new GetEventCallbackResponse(call.RequestId);
        if (await callbacks.FindAsync(call.Account, cancellationToken) is { } callback)
        {
            var isHttp = callback.Target.Url is not null;
            body = body with
            {
                CallbackType = isHttp ? CallbackTypes.Http : CallbackTypes.Queue,
                CallbackURL = callback.Target.Url,
                CallbackQueueName = callback.Target.QueueName,
                EventTypeList = LibraryText.Tags(callback.EventTypes),
                AuthSwitch = !isHttp ? null : callback.Signs ? "on" : "off",

                // Whoever has the key can sign events, so it is shown only to callers who could set another.
                AuthKey = call.Caller.May($"{Product}:{nameof(SetEventCallback)}") ? callback.AuthKey : null,
            };
        }

        return RpcAnswer.Ok(body, LibraryJson.Wire.GetEventCallbackResponse);
    }
}
