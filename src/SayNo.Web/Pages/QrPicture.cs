using System.Globalization;
using System.Text;
using QRCoder;

namespace SayNo.Web.Pages;

/// <summary>Draws a QR code as the path of an SVG picture, dark modules on a light ground, without styles.</summary>
public static class QrPicture
{
    /// <summary>Modules per side, with the quiet zone.</summary>
    /// <param name="text">What the code says.</param>
    /// <param name="path">The dark modules.</param>
    public static int Draw(string text, out string path)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var drawn = new StringBuilder();

        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    drawn.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        path = drawn.ToString();

        return rows.Count;
    }
}
