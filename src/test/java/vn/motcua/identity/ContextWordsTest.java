package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that whoever knows the agency tries first. */
class ContextWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Motcua@2026!!",
                "Uỷ ban nhân dân 2026",
                "dichvucong123456",
                "QuanTriVien-2026",
                "AdminMatkhau#1",
                "Lào Cai 01/07/2025",
                "hoso.thutuc.abc"
            })
    void whatIsMadeOfWordsOfTheContextIsRefused(String password) {
        assertThat(CommonPasswords.ofContext(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "một câu dài dễ nhớ",
                "mật khẩu ban đầu",
                "mot-cau-that-dai-de-nho",
                "cầu mây xanh ở Lào Cai",
                "8271-2091-7730-1182"
            })
    void aSentenceOfOnesOwnIsNot(String password) {
        assertThat(CommonPasswords.ofContext(password)).isFalse();
    }
}
