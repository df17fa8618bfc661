using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Core.Jobs;

/// <summary>Converts job ids to numbers and back, for dialects that identify jobs by number.</summary>
/// <remarks>
/// The number is the job's millisecond and 12 random bits. Later jobs have larger numbers, and until 2039 a double holds them
/// exactly. With so few bits, collisions happen; the store detects them, because it never overwrites on create. The rest of the
/// id is a digest of the account, because ids of all accounts share the namespaces of orchestrations and deliveries.
/// </remarks>
public static class JobNumber
{
    /// <summary>How many numbers each millisecond has.</summary>
    internal const int PerMillisecond = 1 << RandomBits;

    private const int RandomBits = 12;
    private const int TimeDigits = 12;
    private const int RandomDigits = 3;
    private const int AccountDigits = 17;

    // No number is longer; ids in their own form are.
    private const int MaxDigits = 19;

    private const long Last = ((IdSource.LastMillisecond + 1) << RandomBits) - 1;

    /// <summary>The id of the account's job with the number; null for a number that no job can have.</summary>
    public static string? Find(string account, string digits) =>
        digits.Length <= MaxDigits
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= Last
            ? IdOf(account, number)
            : null;

    /// <summary>The job's number in decimal.</summary>
    public static string Of(JobKey job) => NumberOf(job.Id).ToString(CultureInfo.InvariantCulture);

    /// <summary>Creates a number for the millisecond.</summary>
    /// <param name="createdAt">The job's creation time.</param>
    /// <param name="choice">0 to <see cref="PerMillisecond"/> - 1.</param>
    internal static long New(DateTimeOffset createdAt, int choice) =>
        (createdAt.ToUnixTimeMilliseconds() << RandomBits) | (long)choice;

    /// <summary>The id of the account's job with the number.</summary>
    internal static string IdOf(string account, long number)
    {
        var rest = PerMillisecond - 1 - (number & (PerMillisecond - 1));
        var owner = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..AccountDigits];
        return string.Create(CultureInfo.InvariantCulture, $"{IdSource.FirstDigits(number >> RandomBits)}{rest:x3}{owner}");
    }

    private static long NumberOf(string id)
    {
        var left = long.Parse(id.AsSpan(0, TimeDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var rest = long.Parse(id.AsSpan(TimeDigits, RandomDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((IdSource.LastMillisecond - left) << RandomBits) | (PerMillisecond - 1 - rest);
    }
}
