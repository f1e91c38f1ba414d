package vn.motcua.brand.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.brand.Brand;
import vn.motcua.brand.BrandPlace;
import vn.motcua.brand.BrandRefusal;
import vn.motcua.brand.Brands;
import vn.motcua.brand.Emblems;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.shared.Refused;

/** The picture and the style sheet of an agency: what the content security policy lets a page load, and nothing in it. */
@Controller
class BrandAssets {

    private final Brands brands;
    private final Emblems emblems;

    BrandAssets(Brands brands, Emblems emblems) {
        this.brands = brands;
        this.emblems = emblems;
    }

    @Door(Who.PUBLIC)
    @GetMapping("/brand/{place}/style")
    ResponseEntity<byte[]> style(@PathVariable String place, @RequestParam(defaultValue = "") String v) {
        return emblems.style(brand(place), v);
    }

    @Door(Who.PUBLIC)
    @GetMapping("/brand/{place}/emblem")
    ResponseEntity<byte[]> emblem(@PathVariable String place, @RequestParam(defaultValue = "") String v) {
        return emblems.picture(brand(place), v);
    }

    private Brand brand(String place) {
        return BrandPlace.read(place)
                .filter(brands::known)
                .map(brands::of)
                .orElseThrow(() -> new Refused(BrandRefusal.BRAND_UNKNOWN));
    }
}
