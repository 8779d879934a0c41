using SayNo.Content.Reading;

namespace SayNo.Campaign.Texts;

/// <summary>The words that the campaign's advice never uses: unwanted-words.json.</summary>
public static class CampaignWords
{
    public static UnwantedWords Read()
    {
        using var json = typeof(CampaignWords).Assembly.GetManifestResourceStream("unwanted-words.json")
            ?? throw new InvalidOperationException("The module was built without unwanted-words.json.");

        return UnwantedWords.Read(json);
    }
}
