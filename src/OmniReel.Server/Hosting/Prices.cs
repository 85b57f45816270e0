using OmniReel.Contract.Pricing;

namespace OmniReel.Server.Hosting;

/// <summary>The price table that a server's options lead to, for the server and for whoever foretells its prices.</summary>
public static class Prices
{
    /// <summary>The table inside the data folder, in the form of the one that comes with the product.</summary>
    public const string FileName = "price-table.json";

    /// <summary>The named file, else the data folder's, else the vendor's own prices.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read or lacks a price; one line says which.</exception>
    public static PriceTable Load(ServerOptions options)
    {
        var path = options.PriceTable ?? Path.Combine(options.DataFolder, FileName);
        if (options.PriceTable is null && !File.Exists(path)) return PriceTable.Default;
        try
        {
            using var file = File.OpenRead(path);
            return PriceTable.Load(file);
        }
        catch (PriceTableException e)
        {
            throw new ConfigurationException($"The price table {path} cannot be used: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The price table {path} cannot be read: {e.Message} Name another with --prices, or none for the vendor's prices.");
        }
    }
}
