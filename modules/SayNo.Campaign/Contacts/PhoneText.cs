namespace SayNo.Campaign.Contacts;

/// <summary>Writes a telephone number as people read it, in small groups.</summary>
public static class PhoneText
{
    private const int LongestInOneGroup = 4;

    // People know this prefix in one piece in most of Europe.
    private const string FreePhone = "0800";

    // Of the calling codes in Europe these have two digits; all others have three.
    private static readonly string[] TwoDigitCodes = ["30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49"];

    public static string Of(string phone)
    {
        if (!phone.StartsWith('+'))
        {
            return Group(phone);
        }

        var length = TwoDigitCodes.Any(code => phone.AsSpan(1).StartsWith(code, StringComparison.Ordinal)) ? 3 : 4;

        return phone.Length > length ? $"{phone[..length]} {Group(phone[length..])}" : phone;
    }

    // Groups of three, and no digit alone: 116 111, 0800 1111, 210 600 7686.
    private static string Group(string digits)
    {
        if (digits.Length <= LongestInOneGroup)
        {
            return digits;
        }

        if (digits.Length > FreePhone.Length + 2 && digits.StartsWith(FreePhone, StringComparison.Ordinal))
        {
            return $"{FreePhone} {Group(digits[FreePhone.Length..])}";
        }

        var last = (digits.Length % 3) switch { 0 => 3, 1 => 4, _ => 2 };

        return string.Join(' ', digits[..^last].Chunk(3).Select(group => new string(group)).Append(digits[^last..]));
    }
}
