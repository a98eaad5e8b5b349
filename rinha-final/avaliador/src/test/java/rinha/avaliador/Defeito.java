package rinha.avaliador;

import java.util.List;
import java.util.Locale;

/// Defeitos plantados no servidor de prova, e as regras que devem acusar cada um: essas, e nenhuma outra.
enum Defeito {
    ACEITA_ALEM_DO_LIMITE("C07", "S05"),
    APLICA_O_RECUSADO("C08", "S05"),
    /// No cliente 1, dois pedidos leem o mesmo saldo antes que um deles grave: um trocador os junta.
    PERDE_ATUALIZACAO("S02", "S03", "S06"),
    EXTRATO_FORA_DE_ORDEM("C31", "S01", "E12"),
    EXTRATO_COM_MAIS_DE_DEZ("C32"),
    EXTRATO_ABREVIA("C33", "S04", "E06"),
    ACEITA_VALOR_FRACIONARIO("C12", "E01", "E02"),
    ACEITA_VALOR_EM_TEXTO("C13"),
    ACEITA_DESCRICAO_LONGA("C24", "C25"),
    ACEITA_TIPO_MAIUSCULO("C19"),
    /// Aceita o débito de 2^63; o saldo da resposta seguinte não cabe num long.
    ACEITA_ALEM_DE_LONG("E03"),
    CLIENTE_6_EXISTE("C03", "C04"),
    LIMITE_TROCADO("C02", "C10"),
    RESPONDE_500_A_JSON_RUIM("C28", "C29", "E04", "E05"),
    RESPONDE_201("C05"),
    /// O primeiro extrato depois de uma gravação mostra o saldo de antes dela.
    SALDO_DO_EXTRATO_ATRASADO("S01", "S02", "S03", "S04"),
    /// Valores de 5000 a 10000 são gravados duas vezes, como por uma nova tentativa sem chave.
    DUAS_VEZES("S06"),
    /// Quem ainda não tem transações recebe 500.
    EXTRATO_VAZIO_QUEBRA("C30"),
    /// As dez últimas são as da tabela inteira; o saldo é o do cliente.
    EXTRATO_DE_TODOS("C33"),
    HORA_LOCAL_SEM_FUSO("C34"),
    HORA_ERRADA("C35"),
    /// Toda transação diz que foi feita na mesma data, de anos atrás.
    REALIZADA_EM_ERRADA("C35"),
    /// Cada linha do extrato leva a hora em que é escrita, e não a da transação.
    REALIZADA_EM_DA_LEITURA("C31"),
    /// Recusa com 400 o débito que não cabe.
    RECUSA_COM_400("C07", "S05"),
    /// Aceita além do limite, e diz 202.
    ACEITA_ALEM_COM_202("C07", "S05"),
    /// O cliente 3 já tem uma transação, e o `POST /reset` diz que zera e não a apaga.
    RESET_NAO_ZERA("C01"),
    /// O débito é gravado, e a resposta mostra o saldo de antes dele.
    DEBITO_MOSTRA_O_SALDO_DE_ANTES("C06", "C09"),
    RECUSA_DESCRICAO_DE_1("C11"),
    ACEITA_VALOR_NEGATIVO("C14"),
    ACEITA_VALOR_ZERO("C15"),
    ACEITA_VALOR_NULO("C16"),
    ACEITA_SEM_VALOR("C17"),
    /// Qualquer texto serve de tipo, menos o vazio e a maiúscula, e o que não é d vale como c.
    ACEITA_TIPO_DESCONHECIDO("C18"),
    ACEITA_TIPO_VAZIO("C20"),
    ACEITA_SEM_TIPO("C21"),
    ACEITA_DESCRICAO_VAZIA("C22"),
    ACEITA_DESCRICAO_NULA("C23"),
    ACEITA_SEM_DESCRICAO("C26"),
    ACEITA_DESCRICAO_NUMERO("C27"),
    RECUSA_NO_LIMITE_EXATO("C09", "S05"),
    TRAVA_COM_CORPO_VAZIO("C29"),
    EMUDECE_DEPOIS_DE_CEM("C00"),
    UMA_THREAD_POR_CONEXAO_LENTA("E10"),
    SALDO_LIDO_DEPOIS("E12"),
    METODO_ERRADO_E_404("E07"),
    CORPO_SEM_TETO("E08"),
    ID_EM_TEXTO_QUEBRA("E09"),
    RESPONDE_SEM_TIPO("E11"),
    ACEITA_QUALQUER_TIPO("E13"),
    /// Só sob carga: uma em cada vinte transações responde 200 e não é gravada.
    ESQUECE_SOB_CARGA("V03"),
    /// Só sob carga: uma em cada vinte respostas traz um limite dez vezes menor.
    LIMITE_TROCADO_SOB_CARGA("V02"),
    /// Só sob carga: cada resposta demora 300 ms.
    LENTO_SOB_CARGA("V04"),
    /// Só sob carga: uma em cada vinte respostas é 500.
    FALHA_SOB_CARGA("V01"),
    /// Depois de vinte transações da carga, responde 500 a tudo.
    QUEBRA_SOB_CARGA("V01", "V04"),
    /// Depois de vinte transações da carga, não escuta mais.
    CAI_SOB_CARGA("C00", "V01", "V04");

    private final List<String> acusam;

    Defeito(String... regras) {
        this.acusam = List.of(regras);
    }

    List<String> acusam() {
        return acusam;
    }

    boolean soSobCarga() {
        return acusam.stream().anyMatch(r -> r.startsWith("V"));
    }

    String nome() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
