using System.Globalization;

namespace SayNo.Web.Caching;

/// <summary>The content codings that answers come in.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Reads Accept-Encoding (RFC 9110, 12.5.3).</summary>
internal static class AcceptEncoding
{
    /// <summary>The best coding that the client takes: Brotli before gzip where it likes both alike.</summary>
    public static ContentCoding Best(ReadOnlySpan<char> header)
    {
        double brotli = -1, gzip = -1, any = -1;

        foreach (var range in header.Split(','))
        {
            var (coding, weight) = Read(header[range]);

            if (coding.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                brotli = weight;
            }
            else if (coding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
            {
                gzip = weight;
            }
            else if (coding is "*")
            {
                any = weight;
            }
        }

        brotli = brotli < 0 ? any : brotli;
        gzip = gzip < 0 ? any : gzip;

        return brotli > 0 && brotli >= gzip ? ContentCoding.Brotli : gzip > 0 ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    private static Choice Read(ReadOnlySpan<char> item)
    {
        var semicolon = item.IndexOf(';');

        if (semicolon < 0)
        {
            return new(item.Trim(), 1);
        }

        var parameter = item[(semicolon + 1)..].Trim();
        var isWeight = parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase);
        var isNumber = double.TryParse(isWeight ? parameter[2..] : [], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight);

        return new(item[..semicolon].Trim(), isNumber ? weight : 0);
    }

    private readonly ref struct Choice(ReadOnlySpan<char> coding, double weight)
    {
        private readonly ReadOnlySpan<char> _coding = coding;

        public void Deconstruct(out ReadOnlySpan<char> name, out double quality)
        {
            name = _coding;
            quality = weight;
        }
    }
}
