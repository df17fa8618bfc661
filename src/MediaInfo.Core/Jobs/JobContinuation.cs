using System.Buffers.Text;
using System.Text;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Core.Jobs;

/// <summary>Continuation tokens of job lists. They are opaque to callers.</summary>
public static class JobContinuation
{
    private const int IdLength = 32;

    /// <summary>The token for a page that starts after the id.</summary>
    public static string Write(string after, JobOrder order) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Mark(order) + after));

    /// <summary>The id after which the page starts; null if the token was not issued for this order.</summary>
    public static string? Read(string text, JobOrder order)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var plain = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text));
        return plain.Length == IdLength + 1 && plain[0] == Mark(order) && plain.Skip(1).All(char.IsAsciiHexDigitLower)
            ? plain[1..]
            : null;
    }

    private static char Mark(JobOrder order) => order == JobOrder.NewestFirst ? 'n' : 'o';
}
