using System.Text;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.LocalStorage.Callbacks;

/// <summary>Which messages the queues take: those that Azure's queues take too, so receivers need not tell them apart.</summary>
internal static class CallbackTexts
{
    private const int LargestText = 64 * 1024;

    /// <summary>Why a message is not taken; null if it is.</summary>
    public static CallbackResult? Refuse(string queue, string text, IReservedNames reserved) =>
        QueueMessageRules.Problem(queue, text, reserved) is { } problem
            ? CallbackResult.GivenUp(QueueMessageRules.InvalidParameter, problem)
        : Encoding.UTF8.GetByteCount(text) > LargestText
            ? CallbackResult.GivenUp("RequestBodyTooLarge", $"The message is longer than {LargestText} bytes.")
        : null;
}
