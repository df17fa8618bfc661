using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace MediaInfo.Api.Gateway;

/// <summary>Escapes what JSON must have escaped, what a queue cannot carry, and nothing else.</summary>
/// <remarks>
/// <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> still escapes everything beyond the basic plane, and spaces such
/// as the ideographic one, which stands in many a Chinese text.
/// </remarks>
internal sealed class BareTextEncoder : JavaScriptEncoder
{
    /// <inheritdoc />
    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc />
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\' or 0xFFFE or 0xFFFF;

    /// <inheritdoc />
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var characters = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < textLength;)
        {
            // Half a surrogate pair is no text: it is handed over for replacement.
            if (Rune.DecodeFromUtf16(characters[i..], out var rune, out var length) != OperationStatus.Done || WillEncode(rune.Value))
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    /// <inheritdoc />
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
