using System.Text;
using System.Xml;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.LocalStorage.Callbacks;

/// <summary>Which messages the queues take: those that Azure's queues take too, so receivers need not tell them apart.</summary>
internal static class CallbackTexts
{
    private const string InvalidParameter = "InvalidParameter";
    private const int LargestText = 64 * 1024;

    /// <summary>Why a message is not taken; null if it is.</summary>
    public static CallbackResult? Refuse(string queue, string text, IReservedNames reserved) =>
        !NotifyTarget.IsLegalQueue(queue) ? CallbackResult.GivenUp(
            InvalidParameter,
            $"\"{queue}\" is not a valid queue name: use 3 to 63 lower-case letters, digits and single inner hyphens.")
        : reserved.IsReservedQueue(queue) ? CallbackResult.GivenUp(
            InvalidParameter, $"\"{queue}\" is reserved for this service or its host.")
        : !text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? CallbackResult.GivenUp(
            InvalidParameter, "The message contains control characters, which queues do not support.")
        : Encoding.UTF8.GetByteCount(text) > LargestText ? CallbackResult.GivenUp(
            "RequestBodyTooLarge", $"The message is longer than {LargestText} bytes.")
        : null;
}
